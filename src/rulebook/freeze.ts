/** Freezes a JSON-safe value and all it holds. Gives the same value. What is frozen already is taken to be so throughout. */
export function deepFreeze<T>(value: T): T {
  if (typeof value === "object" && value !== null && !Object.isFrozen(value)) freezeAll(value);
  return value;
}

function freezeAll(value: object): void {
  Object.freeze(value);
  if (Array.isArray(value)) for (const part of value) deepFreeze(part as unknown);
  else for (const part of Object.values(value)) deepFreeze(part as unknown);
}

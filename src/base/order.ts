/** Order of two texts or two numbers, for `sort`: by UTF-16 code unit, the same in every locale. -1, 0 or 1. */
export const inOrder = <T extends string | number>(a: T, b: T): number => (a < b ? -1 : a > b ? 1 : 0);

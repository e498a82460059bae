export function findBrowser(): string | null;
export function needBrowser(say: (text: string) => void): string | null;

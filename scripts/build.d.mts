export function bundlePage(root: string, outDir: string): Promise<void>;

/** The part of a bundler's plugin that we use. */
export interface Plugin {
  name: string;
  resolveId?: (id: string, from: string | undefined) => string | undefined;
  buildStart?: () => void;
  load?: (id: string) => string | undefined | Promise<string | undefined>;
  transform?: (code: string, id: string) => { code: string; map: null } | undefined;
  buildEnd?: (error?: Error) => void;
  generateBundle?: (this: {
    emitFile: (file: { type: 'asset'; fileName: string; source: Uint8Array }) => unknown;
  }) => void;
}

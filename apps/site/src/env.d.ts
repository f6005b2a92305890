interface ImportMetaEnv {
  /** The folder of the files that the guide brings along; set by `scripts/content-plugin.ts`. */
  readonly MLGUIDE_ASSETS: string;
}

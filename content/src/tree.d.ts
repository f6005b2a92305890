/** A `FlatTree` as JSON, which the build writes to `dist/tree.js`. */
export declare const tree: string;

/** A `FlatTree` as JSON, which the build writes, and puts into `dist/index.js`. */
export declare function tree(): string;

/** The search index, which the build writes to `dist/search.json`. */
declare const index: object;
export default index;

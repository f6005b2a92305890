/** The guide, which the build writes to `dist/guide.json`. */
declare const guide: object;
export default guide;

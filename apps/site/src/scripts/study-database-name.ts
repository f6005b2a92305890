/** The name of the database and of all that belongs to it: several guides may live below different paths of one host. */
export const databaseName = `mlguide-study:${import.meta.env.BASE_URL.replace(/\/?$/, '/')}`;

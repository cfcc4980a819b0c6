/** Whether a place is a PostgreSQL database; else it is the path of a SQLite file. */
export const isPostgres = (place: string) => /^postgres(?:ql)?:\/\//.test(place);

/** A place as it may be shown: without a password. */
export const showPlace = (place: string) => place.replace(/^(\w+:\/\/[^:@/]*):[^@]*@/, '$1:***@');

import sqlite3 from 'sqlite3';

/**
 * The ORM asks its driver for the verbose form, which writes out the parameters of each statement in
 * case it fails: megabytes, here. Give it this one for every connection; a single verbose one makes
 * all of the process so.
 */
export const sqliteDriver = { ...sqlite3, verbose: () => sqlite3 };

/**
 * Version of what the parser makes of a line. It changes whenever a line gives another value than
 * before, so what was stored by an older one can be found and read again.
 */
export const PARSER_VERSION = 2;

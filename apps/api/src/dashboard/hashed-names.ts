/** A script or a style of the build, in any folder: all of them are named after what is in them. */
const HASHED = /^(?:\/[\w-]+)*\/[\w-]+-[\w-]{8}\.(?:js|css)$/;

/** What a browser may do with such a file: keep it for a year, and never ask for it again. */
export const KEPT_FOR_EVER = 'public, max-age=31536000, immutable';

/** Whether a path is of a file whose content never changes. No dots in it lead out of its folder. */
export const isHashed = (path: string): boolean => HASHED.test(path);

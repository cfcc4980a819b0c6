/** Parameters of a request. */
export type Params = Record<string, string | number | readonly string[]>;

/** Leaves out what is null: the API then takes its default. */
export function toParams(
  request: Readonly<Record<string, string | number | readonly string[] | null>>,
): Params {
  return Object.fromEntries(
    Object.entries(request).filter((entry): entry is [string, Params[string]] => entry[1] !== null),
  );
}

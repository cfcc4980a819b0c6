// One name for each unit of the wire, so that the type of a field tells it. The tags go into the
// schemas that describe the API (apps/api/src/openapi).

/**
 * An instant: whole milliseconds since 1970-01-01T00:00:00Z.
 *
 * @asType integer
 */
export type EpochMs = number;

/**
 * A length of time in whole milliseconds.
 *
 * @asType integer
 * @minimum 0
 */
export type DurationMs = number;

/**
 * The mean or median of lengths of time, in milliseconds; it need not be whole.
 *
 * @minimum 0
 */
export type MeanMs = number;

/**
 * Licence-time in licence-milliseconds: one licence held for one hour is 3,600,000 of them.
 *
 * @asType integer
 * @minimum 0
 */
export type LicenseMs = number;

/**
 * A number of licences, or of tokens or credits where the product is licensed by them.
 *
 * @asType integer
 * @minimum 0
 */
export type Licenses = number;

/**
 * How many there are.
 *
 * @asType integer
 * @minimum 0
 */
export type Count = number;

/**
 * A number of bytes.
 *
 * @asType integer
 * @minimum 0
 */
export type Bytes = number;

/**
 * A share, from 0 to 1.
 *
 * @minimum 0
 * @maximum 1
 */
export type Share = number;

/**
 * Id of an event of the history: it grows from event to event and is never given twice.
 *
 * @asType integer
 * @minimum 0
 */
export type EventId = number;

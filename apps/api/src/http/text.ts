import { IsString, MaxLength, NotContains, type ValidationOptions } from 'class-validator';

/** Names and texts of a query are no longer than this. */
export const MAX_TEXT_LENGTH = 256;

/**
 * A text that every database can be asked for: no database keeps NUL in a text.
 *
 * @param maxLength in characters.
 */
export function IsText(
  options: ValidationOptions = {},
  maxLength = MAX_TEXT_LENGTH,
): PropertyDecorator {
  return (target, property) => {
    IsString(options)(target, property);
    MaxLength(maxLength, options)(target, property);
    const message = `$property must not contain a NUL character`;
    NotContains('\0', { ...options, message })(target, property);
  };
}

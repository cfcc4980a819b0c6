import { Transform } from 'class-transformer';
import { IsInt, Max, Min } from 'class-validator';

/** A parameter that is a whole number in decimal digits: `0x10`, `1e3` and an empty text are none. */
export function IsWholeNumber(least: number, most: number): PropertyDecorator {
  return (target, property) => {
    for (const decorate of [Transform(toNumber), IsInt(), Min(least), Max(most)]) {
      decorate(target, property);
    }
  };
}

const toNumber = ({ value }: { value: unknown }): unknown =>
  typeof value === 'string' && /^-?\d{1,16}$/.test(value) ? Number(value) : value;

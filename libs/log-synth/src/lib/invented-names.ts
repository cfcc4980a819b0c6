/** Given names for logins: invented people, some with letters outside ASCII. */
const GIVEN_NAMES = [
  'alice',
  'bob',
  'chloé',
  'dave',
  'elif',
  'françois',
  'grace',
  'hugo',
  'inès',
  'Jürgen',
  'kaito',
  'léa',
  'marta',
  'nils',
  'olga',
  'pablo',
  'quentin',
  'rosa',
  'Søren',
  'tomás',
  'uma',
  'victor',
  'wanda',
  'xavier',
  'yuki',
  'zoë',
  'andré',
  'björn',
  'carla',
  'dilip',
  'emma',
  'fatima',
  'günther',
  'hana',
  'ivan',
  'jörg',
  'karen',
  'lars',
  'maría',
  'noor',
];
const SURNAME_LETTERS = 'abcdefghijklmnoprstvwz';

/**
 * The login of the n-th person, n from 0: the name alone first, then with the initial of a surname, then
 * numbered. No two differ only by case.
 */
export function loginOf(index: number): string {
  const name = GIVEN_NAMES[index % GIVEN_NAMES.length] ?? '';
  const round = Math.floor(index / GIVEN_NAMES.length);
  if (round === 0) return name;
  const letter = SURNAME_LETTERS.charAt((round - 1) % SURNAME_LETTERS.length);
  const series = Math.floor((round - 1) / SURNAME_LETTERS.length);
  return `${name}.${letter}${series === 0 ? '' : String(series + 1)}`;
}

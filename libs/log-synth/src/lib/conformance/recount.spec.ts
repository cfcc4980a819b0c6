import { recountCase } from '../../testing/recount-case';
import { conformanceCases } from './conformance-cases';

describe('the truth of a scenario', () => {
  it.each(conformanceCases().map((one) => [one.name, one] as const))(
    'is what another reader finds in its files: %s',
    (_, one) => {
      expect(recountCase(one)).toEqual(one.truth);
    },
  );
});

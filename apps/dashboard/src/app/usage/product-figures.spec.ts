import { HOUR } from '../../testing/samples';
import { aProductSummary } from '../../testing/usage-samples';
import { toFigures } from './product-figures';

const figureOf = (name: string, patch: Parameters<typeof aProductSummary>[0] = {}) =>
  toFigures(aProductSummary(patch)).find((figure) => figure.name === name);

describe('toFigures', () => {
  it('gives licence-hours with the bounds that time-outs leave', () => {
    expect(figureOf('Licence-hours')).toEqual({
      name: 'Licence-hours',
      value: '28',
      note: 'sessions, which may share a licence, add up to 27 to 28 h: time-outs come late',
    });
    const note = figureOf('Licence-hours', { sessionMsLow: 28 * HOUR })?.note;
    expect(note).toBe('sessions, which may share a licence, add up to 28 h');
  });

  it('calls unknown what is not known', () => {
    expect(figureOf('Time at full pool', { utilisation: null })?.value).toBe('unknown');
    expect(figureOf('Utilisation', { utilisation: null })?.value).toBe('unknown');
    expect(figureOf('Peak', { peak: null })?.value).toBe('not observed');
    expect(figureOf('Average', { average: null })?.value).toBe('not observed');
  });

  it('says of how much time a share is', () => {
    expect(figureOf('Time at full pool')).toMatchObject({
      value: 'none',
      note: 'of 3 h 00 min for which use and seats are known',
    });
    expect(figureOf('Utilisation')?.value).toBe('46 %');
  });
});

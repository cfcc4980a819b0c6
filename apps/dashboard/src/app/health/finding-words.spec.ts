import { toMeaning } from './finding-words';

describe('what a finding means', () => {
  it('is what the API says on an English page', () => {
    const finding = { kind: 'assumedEnd', meaning: 'As the API has it.' } as const;
    expect(toMeaning(finding, 'en-GB')).toEqual({ text: 'As the API has it.', language: null });
  });

  it('is said in the language of another page, unless there are figures in it', () => {
    const fixed = toMeaning({ kind: 'assumedEnd', meaning: 'As the API has it.' }, 'de');
    expect(fixed).toMatchObject({ language: null });
    expect(fixed.text).toContain('ended by assumption');
    const withFigures = { kind: 'useAboveCapacity', meaning: 'By 3.4 licence-hours.' } as const;
    expect(toMeaning(withFigures, 'de')).toEqual({
      text: 'By 3.4 licence-hours.',
      language: 'en',
    });
  });
});

import { interpretKey } from './key-command';

const press = (key: string, patch = {}) => ({
  key,
  hasModifier: false,
  isInField: false,
  ...patch,
});

describe('interpretKey', () => {
  it('knows single keys', () => {
    expect(interpretKey(press('/'), '')).toEqual({ command: 'focusFilter', prefix: '' });
    expect(interpretKey(press('?'), '')).toEqual({ command: 'listKeys', prefix: '' });
  });

  it('knows keys after g', () => {
    expect(interpretKey(press('g'), '')).toEqual({ command: null, prefix: 'g' });
    expect(interpretKey(press('l'), 'g')).toEqual({ command: 'goLive', prefix: '' });
    expect(interpretKey(press('u'), 'g')).toEqual({ command: 'goUsage', prefix: '' });
    expect(interpretKey(press('d'), 'g')).toEqual({ command: 'goDenials', prefix: '' });
  });

  it('starts again after a key that does not follow', () => {
    expect(interpretKey(press('p'), 'g')).toEqual({ command: 'togglePause', prefix: '' });
    expect(interpretKey(press('q'), 'g')).toEqual({ command: null, prefix: '' });
  });

  it('leaves fields and the browser alone', () => {
    expect(interpretKey(press('p', { isInField: true }), '').command).toBeNull();
    expect(interpretKey(press('p', { hasModifier: true }), '').command).toBeNull();
  });
});

import { parseLiveMessage } from './live-message';

describe('parseLiveMessage', () => {
  it('reads the data and the id of the last event', () => {
    expect(parseLiveMessage('resync', '{"lastEventId":7}', '7')).toEqual({
      kind: 'resync',
      eventId: 7,
      data: { lastEventId: 7 },
    });
  });

  it('gives no id when the stream gave none', () => {
    expect(parseLiveMessage('resync', '{}', '')?.eventId).toBeNull();
    expect(parseLiveMessage('resync', '{}', 'x')?.eventId).toBeNull();
  });

  it('refuses data that was cut', () => {
    expect(parseLiveMessage('sessions', '{"opened":[', '7')).toBeNull();
  });
});

import { aReplay, aWhatIf } from '../../testing/capacity-samples';
import {
  describeDemand,
  describeNeeded,
  nameBlockedShare,
  replayOf,
  toWhatIfSentence,
} from './what-if-sentence';

describe('toWhatIfSentence', () => {
  it('counts blocked requests, their share and their people', () => {
    expect(toWhatIfSentence(aWhatIf(), aReplay())).toBe(
      'With 18 licences instead of 20, 12 of 1,203 requests (1.0 %), of 7 people, would have been blocked.',
    );
  });

  it('speaks of what is owned, and of nothing where nothing is known', () => {
    const none = aReplay({ seats: 20, blocked: 0, blockedShare: 0, blockedPeople: 0 });
    expect(toWhatIfSentence(aWhatIf(), none)).toBe(
      'With the 20 licences that are owned, none of 1,203 requests would have been blocked.',
    );
    expect(toWhatIfSentence(aWhatIf({ owned: null }), none)).toMatch(/^With 20 licences, none/);
  });

  it('says when there is nothing to replay', () => {
    const empty = aReplay({ blocked: 0, blockedShare: null, blockedPeople: 0 });
    expect(toWhatIfSentence(aWhatIf({ requests: 0 }), empty)).toContain('Nothing was asked for');
  });
});

describe('describeDemand', () => {
  it('names what was refused, and what is assumed of it', () => {
    expect(describeDemand(aWhatIf())).toBe(
      'The real requests are played again, refused ones included: 3 lost, 5 delayed. How long the lost ones would have lasted is assumed from like sessions. 25 d 0 h were observed.',
    );
    expect(describeDemand(aWhatIf({ lost: 0 }))).not.toContain('assumed');
    expect(describeDemand(aWhatIf({ lost: 0, delayed: 0 }))).toContain('None of them was lost');
  });
});

describe('replayOf', () => {
  it('finds what the answer tells already', () => {
    expect(replayOf(aWhatIf(), 19)?.blocked).toBe(4);
    expect(replayOf(aWhatIf(), 40)).toBeNull();
  });
});

describe('describeNeeded', () => {
  it('writes the number with its interval, where there is one', () => {
    const [none, some] = aWhatIf().needed;
    expect(none && describeNeeded(none)).toBe('21 (90 % between 19 and 22)');
    expect(some && describeNeeded(some)).toBe('18 (interval not known)');
    expect(describeNeeded({ blockedShare: 0, seats: null, low: null, high: null })).toBe(
      'nothing was asked for',
    );
  });

  it('names the share that may be blocked', () => {
    expect(aWhatIf().needed.map(nameBlockedShare)).toEqual([
      'no request blocked',
      'at most 1 % of the requests blocked',
    ]);
  });
});

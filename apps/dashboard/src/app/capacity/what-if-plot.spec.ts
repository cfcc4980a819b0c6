import { aReplay, aWhatIf } from '../../testing/capacity-samples';
import { toCurvePath, toCurvePlot } from './what-if-plot';

const curve = [
  aReplay({ seats: 8, blocked: 4 }),
  aReplay({ seats: 9, blocked: 1 }),
  aReplay({ seats: 10, blocked: 0 }),
  aReplay({ seats: 11, blocked: 0 }),
];

describe('toCurvePath', () => {
  it('gives each number of licences a step of its own', () => {
    expect(toCurvePath(curve, 4).line).toBe('M0 0H25V75H50V100H75V100H100');
  });

  it('draws nothing of nothing', () => {
    expect(toCurvePath([], 1)).toEqual({ line: '', area: '' });
  });
});

describe('toCurvePlot', () => {
  it('marks what is owned and what is asked in the middle of their steps', () => {
    const { marks, label } = toCurvePlot(aWhatIf({ curve, owned: 10 }), 8);
    expect(marks).toEqual([
      { axis: 'x', kind: 'owned', at: 62.5, text: 'owned 10' },
      { axis: 'x', kind: 'asked', at: 12.5, text: 'what if 8' },
    ]);
    expect(label).toBe('Blocked requests: 4 with 8 licences, falling to 0 with 11');
  });

  it('marks nothing that lies outside the curve, and what is owned once', () => {
    expect(toCurvePlot(aWhatIf({ curve, owned: 40 }), 8).marks).toHaveLength(1);
    expect(toCurvePlot(aWhatIf({ curve, owned: 10 }), 10).marks).toHaveLength(1);
  });
});

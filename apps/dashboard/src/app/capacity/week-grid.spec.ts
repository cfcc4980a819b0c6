import { aWeek } from '../../testing/capacity-samples';
import { describeHour, findTightest, toWeekRows, valueOf } from './week-grid';

const cellAt = (weekday: number, hour: number) =>
  aWeek().find((cell) => cell.weekday === weekday && cell.hour === hour)!;

describe('toWeekRows', () => {
  const rows = toWeekRows(aWeek(), 'peak');

  it('has seven days of 24 hours', () => {
    expect(rows.map(({ name, cells }) => `${name} ${cells.length}`)).toEqual([
      'Monday 24',
      'Tuesday 24',
      'Wednesday 24',
      'Thursday 24',
      'Friday 24',
      'Saturday 24',
      'Sunday 24',
    ]);
  });

  it('gives the greatest value the last colour, and zero the first', () => {
    const [monday] = rows;
    expect(monday?.cells[8]).toMatchObject({ text: '0', step: 1 });
    expect(monday?.cells[9]).toMatchObject({ text: '9', step: 6 });
    expect(monday?.cells[11]).toMatchObject({ text: '11', step: 7 });
  });

  it('leaves blank what was not observed', () => {
    expect(rows[6]?.cells.every(({ value, step }) => value === null && step === null)).toBe(true);
  });

  it('writes small averages with a decimal', () => {
    expect(toWeekRows(aWeek(), 'average')[0]?.cells[9]?.text).toBe('4.5');
  });

  it('does not write what is little as nothing', () => {
    const little = aWeek().map((cell) => ({ ...cell, average: 0.01 }));
    expect(toWeekRows(little, 'average')[0]?.cells[9]?.text).toBe('<0.1');
  });

  it('gives all hours the first colour where nothing happened', () => {
    const quiet = aWeek().map((cell) => ({ ...cell, grants: 0 }));
    expect(toWeekRows(quiet, 'grants')[0]?.cells.map(({ step }) => step)).toEqual(
      Array<number>(24).fill(1),
    );
  });
});

describe('valueOf', () => {
  it('does not take an hour without observation for one without grants', () => {
    expect(valueOf(cellAt(7, 9), 'grants')).toBeNull();
    expect(valueOf(cellAt(2, 9), 'grants')).toBe(0);
  });

  it('shows denials that are known although use is not', () => {
    expect(valueOf({ ...cellAt(7, 9), denials: 2 }, 'denials')).toBe(2);
  });
});

describe('findTightest', () => {
  it('takes the highest peak, of equal ones the highest average', () => {
    expect(findTightest(aWeek())).toMatchObject({ weekday: 1, hour: 11 });
    const level = aWeek().map((cell) => ({ ...cell, peak: 5, average: cell.hour }));
    expect(findTightest(level)?.hour).toBe(23);
  });

  it('finds none where nothing was in use', () => {
    expect(findTightest(aWeek().map((cell) => ({ ...cell, peak: 0 })))).toBeNull();
  });
});

describe('describeHour', () => {
  it('says all that is known', () => {
    expect(describeHour(cellAt(1, 11))).toBe(
      'Monday 11:00–12:00: peak 11, average 5.5, 3 grants, 1 denial for want of licences; observed for 4 h 00 min.',
    );
    expect(describeHour(cellAt(7, 23))).toContain('Sunday 23:00–24:00: not observed');
  });
});

import type { MemberReports } from './session';

/** The member told of the end. */
export function withEnd(
  reports: MemberReports | null,
  member: number | null,
): MemberReports | null {
  if (reports === null || member === null) return reports;
  return { ...reports, endedBy: withMember(reports.endedBy, member) };
}

/** The member told of the grant. */
export function withGrant(reports: MemberReports, member: number): MemberReports {
  return { ...reports, grantedBy: withMember(reports.grantedBy, member) };
}

/**
 * Whether a member that told of the grant is still to tell of the end. It is not where the end came
 * from one that had not granted: then the client changed members, and only the new one tells.
 */
export function isAwaited({ grantedBy, endedBy }: MemberReports, member: number): boolean {
  const [first] = endedBy;
  const hasMoved = first !== undefined && !grantedBy.includes(first);
  return grantedBy.includes(member) && !endedBy.includes(member) && !hasMoved;
}

/** Whether the member has told nothing of the session. */
export const isNews = ({ grantedBy, endedBy }: MemberReports, member: number): boolean =>
  !grantedBy.includes(member) && !endedBy.includes(member);

const withMember = (members: readonly number[], member: number): readonly number[] =>
  members.includes(member) ? members : [...members, member];

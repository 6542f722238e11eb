// Every address of the application, once.
import type { SubjectKind } from './domain/kernel/subject'

const rooms: Record<SubjectKind, string> = {
  case: 'cases',
  dwelling: 'dwellings',
  offer: 'offers',
  tafel: 'tafels',
  membership: 'organisation',
}

export const paths = {
  work: '/',
  report: '/report',
  rights: '/rights',
  rightsTable: '/rights/table',
  process: '/process',
  covenant: '/covenant',
  help: '/help',
  privacy: '/privacy',
  accessibility: '/accessibility',
  journal: '/journal',
  journalPrint: '/journal/print',
  journalExport: '/journal/export',
  login: '/login',
  chooseMembership: '/login/membership',
  invitation: (token: string) => `/login/invitation/${token}`,
  list: (kind: SubjectKind) => `/${rooms[kind]}`,
  open: (kind: SubjectKind) => `/${rooms[kind]}/new`,
  subject: (kind: SubjectKind, id: string) => `/${rooms[kind]}/${id}`,
  step: (kind: SubjectKind, id: string, step: string) => `/${rooms[kind]}/${id}/steps/${step}`,
  file: (id: string) => `/cases/${id}/file`,
  seen: (id: string) => `/cases/${id}/seen`,
  timeline: (kind: SubjectKind, id: string) => `/${rooms[kind]}/${id}/timeline`,
  check: (id: string) => `/cases/${id}/check`,
  candidate: (dwelling: string, pseudonym: string) => `/dwellings/${dwelling}/candidates/${pseudonym}`,
} as const

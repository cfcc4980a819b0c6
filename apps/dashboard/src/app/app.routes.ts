import type { Routes } from '@angular/router';

/** The screens; each is fetched when it is first opened. */
export const routes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    title: $localize`:Title of a window|:Overview · License Monitor`,
    loadComponent: () => import('./overview/overview-page').then((m) => m.OverviewPage),
  },
  {
    path: 'live',
    title: $localize`:Title of a window|:Live sessions · License Monitor`,
    loadComponent: () => import('./live-sessions/live-page').then((m) => m.LivePage),
  },
  {
    path: 'history',
    title: $localize`:Title of a window|:History · License Monitor`,
    loadComponent: () => import('./history/history-page').then((m) => m.HistoryPage),
  },
  {
    path: 'usage',
    title: $localize`:Title of a window|:Usage · License Monitor`,
    loadComponent: () => import('./usage/usage-page').then((m) => m.UsagePage),
  },
  {
    path: 'denials',
    title: $localize`:Title of a window|:Denials · License Monitor`,
    loadComponent: () => import('./denials/denials-page').then((m) => m.DenialsPage),
  },
  {
    path: 'denials/:id',
    title: $localize`:Title of a window|:Denial explained · License Monitor`,
    loadComponent: () => import('./denials/explain-page').then((m) => m.ExplainPage),
  },
  {
    path: 'products/:key',
    title: $localize`:Title of a window|:Product · License Monitor`,
    data: { kind: 'product' },
    loadComponent: () => import('./subject/subject-page').then((m) => m.SubjectPage),
  },
  {
    path: 'users/:key',
    title: $localize`:Title of a window|:User · License Monitor`,
    data: { kind: 'user' },
    loadComponent: () => import('./subject/subject-page').then((m) => m.SubjectPage),
  },
  {
    path: 'hosts/:key',
    title: $localize`:Title of a window|:Host · License Monitor`,
    data: { kind: 'host' },
    loadComponent: () => import('./subject/subject-page').then((m) => m.SubjectPage),
  },
  {
    path: 'capacity',
    title: $localize`:Title of a window|:Capacity · License Monitor`,
    loadComponent: () => import('./capacity/capacity-page').then((m) => m.CapacityPage),
  },
  {
    path: 'timeline',
    title: $localize`:Title of a window|:Timeline · License Monitor`,
    loadComponent: () => import('./timeline/timeline-page').then((m) => m.TimelinePage),
  },
  {
    path: 'health',
    title: $localize`:Title of a window|:Health · License Monitor`,
    loadComponent: () => import('./health/health-page').then((m) => m.HealthPage),
  },
  {
    path: 'definitions',
    title: $localize`:Title of a window|:What the figures mean · License Monitor`,
    loadComponent: () => import('./definitions/definitions-page').then((m) => m.DefinitionsPage),
  },
  { path: '**', redirectTo: '' },
];

import { Module, type DynamicModule } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import { CoverageController } from './observed/coverage.controller';
import { CoverageReport } from './observed/coverage-report';
import { DenialExplainer } from './denials/explain-denial';
import { DenialsController } from './denials/denials.controller';
import { EntitlementsController } from './entitlements/entitlements.controller';
import { EventsController } from './events/events.controller';
import { FindingsController } from './findings/findings.controller';
import { HealthController } from './health/health.controller';
import { HealthReport } from './health/health-report';
import { ConditionalInterceptor } from './http/conditional';
import { RequestsInFlight } from './http/requests-in-flight';
import { MetricsController } from './health/metrics.controller';
import { ProbesController } from './health/probes.controller';
import { ChangeFeed } from './live/change-feed';
import { StreamLimit } from './live/stream-limit';
import { StreamController } from './live/stream.controller';
import { OverviewController } from './overview/overview.controller';
import { ProductsController } from './products/products.controller';
import { SessionsController } from './sessions/sessions.controller';
import { TimelineController } from './sessions/timeline.controller';
import { SubjectsController } from './subjects/subjects.controller';
import type { ApiSettings } from './settings';
import { CapacityController } from './usage/capacity.controller';
import { UsageController } from './usage/usage.controller';
import { UsageReport } from './usage/usage-report';
import { Stores } from './stores/stores';
import { ExportInterceptor } from './export/exported';

/** Wiring only. */
@Module({})
export class ApiModule {
  static create(settings: ApiSettings): DynamicModule {
    const requests = new RequestsInFlight();
    return {
      module: ApiModule,
      controllers: [
        OverviewController,
        SessionsController,
        SubjectsController,
        TimelineController,
        EntitlementsController,
        EventsController,
        CapacityController,
        CoverageController,
        DenialsController,
        FindingsController,
        UsageController,
        ProductsController,
        HealthController,
        StreamController,
        ProbesController,
        MetricsController,
      ],
      providers: [
        { provide: APP_INTERCEPTOR, useValue: requests },
        { provide: APP_INTERCEPTOR, useClass: ConditionalInterceptor },
        { provide: APP_INTERCEPTOR, useClass: ExportInterceptor },
        { provide: Stores, useValue: new Stores(settings, requests) },
        HealthReport,
        ChangeFeed,
        StreamLimit,
        CoverageReport,
        UsageReport,
        DenialExplainer,
      ],
    };
  }
}

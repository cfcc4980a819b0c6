import { ValidationPipe, type ValidationError } from '@nestjs/common';
import { ProblemError } from './problem';

/** Checks query parameters; every wrong one is named at once, unknown ones are refused. */
export const queryValidation = () =>
  new ValidationPipe({
    transform: true,
    whitelist: true,
    forbidNonWhitelisted: true,
    exceptionFactory: (errors: ValidationError[]) => {
      const pointers = errors.map(({ property, constraints }) => ({
        parameter: property,
        detail: Object.values(constraints ?? {}).join('; '),
      }));
      const detail = pointers.map((one) => one.detail).join('; ');
      return new ProblemError('LM_QUERY_INVALID', detail, pointers);
    },
  });

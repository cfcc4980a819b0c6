import { ApiProperty } from '@nestjs/swagger';
import { IsWholeNumber } from '../http/whole-number';

export class DenialParams {
  @ApiProperty({
    type: 'integer',
    minimum: 1,
    description: 'Id of a refusal: of its event, as lists give it',
  })
  @IsWholeNumber(1, Number.MAX_SAFE_INTEGER)
  id = 0;
}

/** A rectangle in pixels of a canvas. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Hatches a part of a canvas with diagonal strokes: nothing is known of it, which is not zero. */
export function hatch(
  context: CanvasRenderingContext2D,
  box: Box,
  colour: string,
  pixelRatio: number,
): void {
  const gap = 6 * pixelRatio;
  const { left, top, width, height } = box;
  context.save();
  context.beginPath();
  context.rect(left, top, width, height);
  context.clip();
  context.strokeStyle = colour;
  context.lineWidth = pixelRatio * 0.75;
  context.beginPath();
  // Strokes start at multiples of the gap, so that neighbours fit together.
  const first = Math.floor((left - height) / gap) * gap;
  for (let x = first; x < left + width; x += gap) {
    context.moveTo(x, top + height);
    context.lineTo(x + height, top);
  }
  context.stroke();
  context.restore();
}

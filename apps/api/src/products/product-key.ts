/** One product under one licence model: what figures of use are kept for. */
export interface ProductIdentity<Model> {
  readonly product: string;
  readonly editor: string | null;
  readonly model: Model;
}

/** A text that is equal for equal products. */
export const toProductKey = ({ product, editor, model }: ProductIdentity<string>) =>
  `${product}\u0000${editor ?? ''}\u0000${model}`;

/** The figures of a product that nobody uses. */
export const notInUse = <Model>({ product, editor, model }: ProductIdentity<Model>) => ({
  product,
  editor,
  model,
  sessions: 0,
  licenses: 0,
  users: 0,
  hosts: 0,
});

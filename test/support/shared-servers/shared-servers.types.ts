/** A database of one spec file. */
export interface NewDatabase {
  readonly name: string;
  /** `postgresql://…` */
  readonly url: string;
}

/** A Temporal namespace of one spec file. */
export interface NewNamespace {
  /** `host:port` */
  readonly address: string;
  readonly namespace: string;
}

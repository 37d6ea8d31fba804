/** What one request to a language model has used, as its provider reports it. */
export interface TokenUse {
  /** The model as `provider:model`. */
  readonly model: string;
  /** `null` when the provider did not say, such as for an answer that was cut off. */
  readonly tokens: TokenCounts | null;
}

/** What one request to a speech service has used: the audio that it was sent. */
export interface AudioUse {
  /** The model as `provider:model`. */
  readonly model: string;
  readonly audioMs: number;
}

export interface TokenCounts {
  readonly input: number;
  readonly output: number;
}

/** What a million tokens of a model cost, as decimals in the currency of the installation. */
export interface ModelPrice {
  readonly input: string;
  readonly output: string;
}

/** The prices of models by name, `provider:model`; a model without one has no known cost. */
export type ModelPrices = Readonly<Record<string, ModelPrice>>;

/** What a minute of audio costs, as a decimal in the currency of the installation, by `provider:model`. */
export type MinutePrices = Readonly<Record<string, string>>;

/** What language models may use in a UTC day; `null` means no limit. */
export interface TokenLimits {
  /** Tokens of the installation, of all models together. */
  readonly tokensPerDay: number | null;
  /** Cost of the installation as a decimal; models without a price do not count. */
  readonly costPerDay: string | null;
  /** Tokens of each owner. */
  readonly ownerTokensPerDay: number | null;
}

/** What a question asks about; its type is `null` where it only names something: "And the band?" */
export interface Asked {
  readonly type: string | null;
  readonly label: string;
}

export const MILESTONE =
  "(?:le |la |les |l['’]|notre )?(?<what>(?:[\\p{L}'’-]+ ){0,3}?[\\p{L}'’-]+)";

import { nextTick } from 'vue';

/** Returns the focus to what opened the drawer. */
export interface ReturnedFocus {
  /**
   * Remembers what has the focus, unless something is remembered.
   *
   * @param figureKey - Address of the figure, which is found again when its element is replaced.
   */
  readonly remember: (figureKey: string | null) => void;
  readonly giveBack: () => void;
}

export function useReturnedFocus(): ReturnedFocus {
  let opener: Element | null = null;
  let key: string | null = null;
  return {
    remember: (figureKey) => {
      if (opener !== null) return;
      opener = document.activeElement;
      key = figureKey;
    },
    giveBack: () => {
      const target = opener?.isConnected === true ? opener : elementOf(key);
      opener = null;
      void nextTick(() => focusOn(target));
    },
  };
}

function elementOf(figureKey: string | null): Element | null {
  return figureKey === null
    ? null
    : document.querySelector(`[data-figure="${CSS.escape(figureKey)}"]`);
}

function focusOn(target: Element | null): void {
  if (target instanceof HTMLElement || target instanceof SVGElement) target.focus();
}

/** The looks of a native slider, hollow while nothing is chosen. */
export const rangeLook = (isSet: boolean) =>
  `range w-full min-w-0 max-md:h-10 ${isSet ? '' : '[&::-moz-range-thumb]:bg-panel! [&::-webkit-slider-thumb]:border! [&::-webkit-slider-thumb]:border-edge! [&::-webkit-slider-thumb]:bg-panel!'}`

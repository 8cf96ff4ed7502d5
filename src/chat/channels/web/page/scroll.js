/**
 * Where the person is in the conversation. `reached` is called when the newest message comes into sight, `older` when they scroll to the
 * first one that is shown.
 */
export function createScroll(scroller, down, { reached, older }) {
  let following = true;
  const atEnd = () => scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < 80;
  const toEnd = () => {
    scroller.scrollTop = scroller.scrollHeight;
  };

  /** Stays at the newest message, unless the person has scrolled up to read. */
  function keepAtEnd(change, always = false) {
    const follow = always || atEnd();
    const result = change();
    if (follow) toEnd();
    return result;
  }

  scroller.addEventListener('scroll', () => {
    const was = following;
    following = atEnd();
    down.hidden = following;
    if (following && !was) reached();
    if (scroller.scrollTop < 60 && !following) older();
  });
  // Pictures grow after they were placed.
  scroller.addEventListener('load', () => keepAtEnd(() => {}, scroller.scrollHeight - scroller.scrollTop < 1400), true);
  down.addEventListener('click', toEnd);
  // The keyboard, the banner and a growing text box all take room from below.
  new ResizeObserver(() => {
    if (following) toEnd();
  }).observe(scroller);

  return {
    keepAtEnd,
    isFollowing: () => following,
    /** Puts something in front without moving what is being read. */
    keepPlace(change) {
      const height = scroller.scrollHeight;
      change();
      scroller.scrollTop += scroller.scrollHeight - height;
    },
  };
}

const TIME_OF_DAY = new Intl.DateTimeFormat('en-GB', {
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
})

/** Formats a time in seconds since 1970 as the time of day. */
export function formatTime(seconds: number): string {
  return TIME_OF_DAY.format(seconds * 1000)
}

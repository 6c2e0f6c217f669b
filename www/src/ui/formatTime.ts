const CLOCK = new Intl.DateTimeFormat('en-GB', {
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
})

/** The time of day of seconds since 1970. */
export function clock(seconds: number): string {
  return CLOCK.format(seconds * 1000)
}

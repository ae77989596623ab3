/** Links in words: on an arrow, and between the answer and what it answers. */
export const LINK_WORDS: Readonly<Record<string, { readonly short: string; readonly long: string }>> = {
  retaliation: { short: 'retaliation', long: 'in retaliation for' }, response: { short: 'response', long: 'in response to' }, cause: { short: 'cause', long: 'because of' },
}

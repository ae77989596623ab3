/** How far people who code the same things agree, beyond what chance would give. */
export { cohensKappa } from './kappa.ts'
export { krippendorffsAlpha, nominal } from './alpha.ts'

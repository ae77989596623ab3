/** Types of the part of `datapackage` (an old JavaScript library) that the tests use. */
declare module 'datapackage' {
  interface Resource { readonly name: string; readonly tabular: boolean; readonly schema: { readonly foreignKeys: readonly unknown[] }; read(options: { readonly relations?: boolean }): Promise<readonly unknown[]> }
  export const Package: { load(descriptor: object, options: { readonly basePath: string }): Promise<{ readonly valid: boolean; readonly errors: readonly Error[]; readonly resources: readonly Resource[] }> }
}

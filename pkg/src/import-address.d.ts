export declare const importAddress: <Script>(address: string) => Promise<Script>

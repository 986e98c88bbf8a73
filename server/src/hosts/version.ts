declare const LINUX_HA_VERSION: string | undefined;

/** The package's version, put in by the bundler. */
export const version = typeof LINUX_HA_VERSION === 'string' ? LINUX_HA_VERSION : 'source';

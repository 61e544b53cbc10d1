import Glibc

/// The locale of new databases. Language-specific sort order is left to ICU collations, which do not depend on
/// the machine's locales.
enum ServerLocale {
    /// `C.UTF-8` knows the letters of all scripts; plain `C` is the fallback if the C library lacks it.
    static var name: String {
        guard let locale = newlocale(1 << LC_CTYPE, "C.UTF-8", nil) else { return "C" }
        freelocale(locale)
        return "C.UTF-8"
    }
}

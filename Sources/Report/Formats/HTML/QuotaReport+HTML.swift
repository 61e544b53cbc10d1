import Mustache
import Registry

extension QuotaReport {
    /// The report as one self-contained page, without scripts, fonts or external images.
    ///
    /// The same report gives the same bytes.
    ///
    /// - Throws: Where a template does not parse, or a time in the report is not ISO 8601.
    public func html(in language: Language) throws -> String {
        let page = try Page(self, in: language).content()
        guard let text = try Page.templates.get().render(page, withTemplate: "page") else { throw MissingTemplate() }
        return text + "\n"
    }

    private struct MissingTemplate: Error {}
}

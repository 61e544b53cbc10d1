import FoundationEssentials
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
        return (try Page.templates.get().render(page, withTemplate: "page") ?? "") + "\n"
    }
}

extension Page {
    /// Parsed once: some fifty pages are made in one run.
    static let templates = Result {
        MustacheContentTypes.register(EscapedBytes(), named: "BYTES")
        // A partial does not inherit the escaping of its page; nor should it insert a line break into the middle of a line.
        return MustacheLibrary(
            templates: try sources.mapValues { source in
                try MustacheTemplate(string: "{{%CONTENT_TYPE:BYTES}}" + String(decoding: source.dropLast(), as: UTF8.self))
            })
    }

    static let style = String(decoding: PackageResources.page_css, as: UTF8.self)

    private static let sources: [String: [UInt8]] = [
        "page": PackageResources.page_mustache,
        "signs": PackageResources.signs_mustache,
        "sign": PackageResources.sign_mustache,
        "heading": PackageResources.heading_mustache,
        "hand": PackageResources.hand_mustache,
        "map": PackageResources.map_mustache,
        "tile": PackageResources.tile_mustache,
        "bars": PackageResources.bars_mustache,
        "bar": PackageResources.bar_mustache,
        "curve": PackageResources.curve_mustache,
        "quotas": PackageResources.quotas_mustache,
        "dossiers": PackageResources.dossiers_mustache,
        "ranking": PackageResources.ranking_mustache,
        "changes": PackageResources.changes_mustache,
        "trail": PackageResources.trail_mustache,
    ]
}

/// Escapes byte by byte.
///
/// Mustache's own escaping looks at whole characters, and lets through a quotation mark that carries a combining accent. A
/// browser does not see the two as one character, and the attribute ends there.
struct EscapedBytes: MustacheContentType {
    func escapeText(_ text: String) -> String {
        var escaped: [UInt8] = []
        escaped.reserveCapacity(text.utf8.count)
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "<"): escaped += "&lt;".utf8
            case UInt8(ascii: ">"): escaped += "&gt;".utf8
            case UInt8(ascii: "&"): escaped += "&amp;".utf8
            case UInt8(ascii: "\""): escaped += "&quot;".utf8
            case UInt8(ascii: "'"): escaped += "&#39;".utf8
            default: escaped.append(byte)
            }
        }
        return String(decoding: escaped, as: UTF8.self)
    }
}

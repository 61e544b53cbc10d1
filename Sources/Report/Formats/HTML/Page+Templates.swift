import Mustache

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

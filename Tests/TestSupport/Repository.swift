/// The checkout that is being tested.
public enum Repository {
    /// Its folder.
    public static let root = #filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 }
}

/// The text of a PDF that readers open: one blank page. It has no table of its objects, which readers then make themselves.
public enum SmallPDF {
    /// - Parameter name: What distinguishes it from others; one line.
    public static func text(_ name: String) -> String {
        """
        %PDF-1.7
        % \(name)
        1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj
        2 0 obj <</Type /Pages /Kids [3 0 R] /Count 1>> endobj
        3 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842]>> endobj
        trailer <</Size 4 /Root 1 0 R>>
        %%EOF
        """
    }
}

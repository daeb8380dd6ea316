#pragma once

#include <QLabel>

namespace ui {

/// Text that can be selected with mouse and keyboard and copied: Ctrl+C copies what is selected in it even where the window has a
/// use of its own for these keys. Marks that only say where a line may break are left out of what is copied.
class TextLabel final : public QLabel
{
    Q_OBJECT

public:
    explicit TextLabel(QWidget *parent = nullptr);

    static constexpr char16_t breakHere = 0x200b; ///< zero width: a long id may be broken there

protected:
    bool event(QEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    void copy() const;
    QString chosen() const;
};

/// One line of plain text that never widens its window: cut in the middle, whole in the tool tip and for screen readers.
class ElidedLabel final : public QLabel
{
    Q_OBJECT

public:
    explicit ElidedLabel(const QString &text, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;
};

/// A long id with marks where a TextLabel may break it.
QString breakable(const QString &text);

/// A tool tip that shows \a text as it is: Qt takes what looks like rich text for it. An empty text gives none.
QString plainTip(const QString &text);

/// A label of plain text on one line; text from outside never becomes rich text.
QLabel *plainLabel(QWidget *parent, const QString &objectName = {});
/// A label of plain text that wraps, is as high as its text and can be selected. No alignment flag for it in a layout: that would
/// stop height-for-width, and the label would be cut.
TextLabel *wrappedLabel(QWidget *parent, const QString &objectName = {});

/// How much wider \a number becomes with one more digit: what is kept free beside a counter, so that 99 → 100 shifts nothing.
int roomForDigit(qint64 number, const QFontMetrics &metrics);

} // namespace ui
